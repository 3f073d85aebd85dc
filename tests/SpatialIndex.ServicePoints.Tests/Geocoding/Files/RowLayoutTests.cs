using System.Reflection;
using System.Runtime.InteropServices;
using SpatialIndex.ServicePoints.Geocoding.Files;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Files;

public sealed class RowLayoutTests
{
    /// <summary>Bytes that belong to no field are written as they happen to be in memory, so that two builds differ.</summary>
    [Theory]
    [InlineData(typeof(LocalityRow))]
    [InlineData(typeof(PostalCodeRow))]
    [InlineData(typeof(StreetRow))]
    [InlineData(typeof(HouseRow))]
    [InlineData(typeof(KeyRow))]
    public void Row_Layout_HasNoBytesBesideItsFields(Type row)
    {
        FieldInfo[] fields = row.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

        int inFields = fields.Sum(static field => Marshal.SizeOf(field.FieldType.IsEnum ? Enum.GetUnderlyingType(field.FieldType) : field.FieldType));

        Assert.Equal(Marshal.SizeOf(row), inFields);
    }
}
